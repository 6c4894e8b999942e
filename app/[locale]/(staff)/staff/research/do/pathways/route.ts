import { exportPost } from '../export-post.ts';

export const POST = exportPost('pathways');
