import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  // Pages are small and compressing them is a proxy's work; the edge guard sends assets compressed.
  compress: false,
  images: { unoptimized: true },
  experimental: {
    // No longer than what the edge guard lets through.
    proxyClientMaxBodySize: '2560kb',
    // Every route loaded beforehand took 3 s of CPU and 40 MB a process, and made no first page faster.
    preloadEntriesOnStart: false,
  },
  reactStrictMode: true,
  // The lint, type and layer checks run before the build, over more than the build sees.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'highs', 'pino'],
};

export default config;
