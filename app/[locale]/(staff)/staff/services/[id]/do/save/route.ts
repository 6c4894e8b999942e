import { savePost } from '#app/_request/staff/save-post.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';

export const POST = savePost(({ id }) => String(id) as ServiceId);
