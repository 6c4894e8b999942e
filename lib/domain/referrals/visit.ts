import { retentionDays } from '../access/retention.ts';
import { dateOfDay } from '../basics/day.ts';
import type { Day, Instant } from '../basics/ids.ts';
import type { Service } from './service.ts';
