import { changePost } from '../change-post.ts';

export const POST = changePost('reopened');
