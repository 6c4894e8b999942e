import { roomPost } from '#app/_request/staff/room-post.ts';
import { staffPaths } from '#components/layout/paths.ts';

export const POST = roomPost((at) => staffPaths.tryDraft(String(at['id'])));
