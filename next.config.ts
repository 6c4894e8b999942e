import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  // Bodies are small; compressing is the proxy's work in production and the edge guard's here.
  compress: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  // The lint, type and layer checks run before the build, over more than the build sees.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'highs', 'pino'],
};

export default config;
