import { parseVisitCode, type VisitCodeError } from '#lib/domain/access/visit-code.ts';
import { dateOfDay, dayNumber } from '#lib/domain/basics/day.ts';
import type { Day, Instant, ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isTooEarly, lastVisitDay } from '#lib/domain/referrals/visit.ts';
import type { Mode } from '#lib/domain/referrals/service.ts';
import { visitCodeHash } from '#lib/gateways/code-keys.ts';
import { hmac } from '#lib/gateways/hashes.ts';
import { appendAudit, countLatestAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findService } from '#lib/store/services.ts';
import { takeTurn } from '#lib/store/turns.ts';
import {
  findVisitCode,
  findVisitCodeById,
  lockPathway,
  markRedeemed,
  type StoredVisitCode,
} from '#lib/store/visit-codes.ts';
import type { StaffContext } from './context.ts';
