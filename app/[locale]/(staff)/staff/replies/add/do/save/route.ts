import { replyPost } from '#app/_request/staff/reply-posts.ts';

export const POST = replyPost(() => null);
