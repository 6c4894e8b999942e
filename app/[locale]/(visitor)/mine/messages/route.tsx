import { messagePage } from '#app/_request/check/message-page.tsx';

export const dynamic = 'force-dynamic';

export const { GET, POST } = messagePage('/mine/messages');
