import { savePost } from '#app/_request/staff/save-post.ts';

export const POST = savePost(() => null);
