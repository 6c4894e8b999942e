import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  // Pages are small and compressing them is a proxy's work; the edge guard sends assets compressed.
  compress: false,
  images: { unoptimized: true },
  // No longer than what the edge guard lets through.
  experimental: { proxyClientMaxBodySize: '2560kb' },
  reactStrictMode: true,
  // The lint, type and layer checks run before the build, over more than the build sees.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'highs', 'pino'],
};

export default config;
