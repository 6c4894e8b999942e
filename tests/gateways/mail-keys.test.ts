import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThreadId } from '#lib/domain/basics/ids.ts';
import {
  contactId,
  mailIds,
  newMailToken,
  openNotice,
  readReturnAddress,
  returnAddress,
  returnKey,
  sealNotice,
} from '#lib/gateways/mail-keys.ts';

const key = returnKey(randomBytes(32));
const HOST = 'mail.handrail.test';
const ids = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a return address', () => {
  it('names the beginning of an id, in any case, and is one that every server takes', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const address = returnAddress(key, id, HOST);
        expect(address).toMatch(/^b\+[a-z2-7]{32}@mail\.handrail\.test$/);
        for (const written of [address, address.toUpperCase()]) {
          expect(readReturnAddress(key, written, HOST)).toEqual(Buffer.from(id.subarray(0, 10)));
        }
      }),
    );
    const ends = [Buffer.alloc(32), Buffer.alloc(32, 255), Buffer.alloc(32, '\0\u0001')];
    for (const id of ends) {
      const start = readReturnAddress(key, returnAddress(key, id, HOST), HOST);
      expect(start).toEqual(id.subarray(0, 10));
    }
  });

  it('cannot be made up: every other letter, key and host is refused', () => {
    const address = returnAddress(key, randomBytes(32), HOST);
    for (let at = 2; at < 34; at += 1) {
      const letter = address[at] === 'a' ? 'b' : 'a';
      const forged = `${address.slice(0, at)}${letter}${address.slice(at + 1)}`;
      expect(readReturnAddress(key, forged, HOST), forged).toBeNull();
    }
    expect(readReturnAddress(returnKey(randomBytes(32)), address, HOST)).toBeNull();
    expect(readReturnAddress(key, address, 'handrail.test')).toBeNull();
    for (const other of ['', 'b+@', `reminders@${HOST}`, `x${address}`, `${address}.evil.test`]) {
      expect(readReturnAddress(key, other, HOST), other).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readReturnAddress(key, `b+${text}@${HOST}`, HOST)).toBeNull();
      }),
    );
  });
});

describe('a token', () => {
  it('names one contact and many e-mails, none of which names another', () => {
    const token = newMailToken();
    const names = [contactId(token), ...mailIds(token)].map((id) => id.toString('hex'));
    expect(new Set(names).size).toBe(names.length);
    expect(mailIds(newMailToken())).not.toContainEqual(mailIds(token)[0]);
  });

  it('stands in its thread under its key alone, at one length', () => {
    const threadKey = randomBytes(32);
    const id = '6a1f3c52-4a1e-4a57-8f6e-2f6f5a0f7d11' as ThreadId;
    const notice = { token: newMailToken(), whole: 1 } as const;
    const sealed = sealNotice(threadKey, id, notice);
    expect(openNotice(threadKey, id, sealed)).toEqual(notice);
    expect(sealNotice(threadKey, id, { ...notice, whole: 0 })).toHaveLength(sealed.length);
    expect(openNotice(randomBytes(32), id, sealed)).toBeNull();
    expect(openNotice(threadKey, '7' as ThreadId, sealed)).toBeNull();
    expect(sealed.includes(notice.token)).toBe(false);
  });
});
