import { createECDH } from 'node:crypto';
import webPush, { type RequestDetails, type RequestOptions } from 'web-push';
import { PUSH_SUBSCRIPTION } from '#lib/domain/plan/reminder.ts';
import type { Delivered } from './mail.ts';

export interface PushSender {
  /** `to`: a subscription as JSON. */
  send(push: {
    readonly to: string;
    readonly topic: string;
    readonly text: string;
  }): Promise<Delivered>;
}

export interface PushOptions {
  /** P-256, 32 bytes; its public half is what browsers subscribe with (RFC 8292). */
  readonly privateKey: Uint8Array;
  /** Whom a push service may turn to (RFC 8292 section 2.1). */
  readonly contact: string;
  readonly hosts: readonly string[];
}

const ANSWER_MS = 20_000;
/** How long a push service keeps a message for a phone that is off. */
const KEEP_SECONDS = 12 * 3_600;

/**
 * Whether an address is one of the push services that were named. A browser of a visitor gives it, so without
 * this the worker would call any machine it can reach (CWE-918).
 */
export function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (hosts.includes(url.origin)) return true;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return hosts.some((host) =>
    host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
  );
}

/** Messages through a browser's push service, sealed to that browser (RFC 8291) and signed by us (RFC 8292). */
export function openPushSender({ privateKey, contact, hosts }: PushOptions): PushSender {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(privateKey);
  const vapidDetails = {
    subject: contact,
    publicKey: ecdh.getPublicKey().toString('base64url'),
    privateKey: Buffer.from(privateKey).toString('base64url'),
  };
  return {
    async send({ to, topic, text }) {
      const options = { vapidDetails, TTL: KEEP_SECONDS, topic, urgency: 'high' } as const;
      const details = requestTo(to, text, options);
      if (details === null || !isPushService(details.endpoint, hosts)) return 'refused';
      try {
        const answer = await fetch(details.endpoint, {
          method: details.method,
          headers: details.headers as Record<string, string>,
          body: new Uint8Array(details.body ?? []),
          redirect: 'error',
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        await answer.body?.cancel();
        return outcomeOf(answer.status);
      } catch {
        return 'later';
      }
    },
  };
}

/** Null where the subscription is none: its key is no point of the curve, say. */
function requestTo(to: string, text: string, options: RequestOptions): RequestDetails | null {
  try {
    return webPush.generateRequestDetails(PUSH_SUBSCRIPTION.parse(JSON.parse(to)), text, options);
  } catch {
    return null;
  }
}

/** A subscription that has ended answers 404 or 410 (RFC 8030 section 7.3). */
function outcomeOf(status: number): Delivered {
  if (status >= 200 && status < 300) return 'sent';
  return status === 404 || status === 410 ? 'refused' : 'later';
}
