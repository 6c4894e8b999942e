import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NetCurve } from '#components/staff/research/net-curve.tsx';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import type { CurvePoint } from '#lib/domain/evaluation/curve.ts';
import { frameFor } from '../support/frame.ts';

const point = (day: number, value: number): CurvePoint => ({
  day,
  value,
  lo: value - 0.1,
  hi: value + 0.1,
});
const curve = { people: 500, points: [], until: 45, risk: [] };

it('tells the median and the mean of the second line, in every language', () => {
  const net = [point(10, 0.2), point(20, 0.4), point(45, 0.8)];
  const said = LOCALES.map((locale) => {
    const frame = frameFor(locale, '/staff/research/time');
    const html = renderToStaticMarkup(<NetCurve frame={frame} curve={{ ...curve, net }} />);
    return [...html.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) => text).slice(1, 3);
  });
  expect(said).toEqual([
    [
      'If nobody had stepped out, the day by which half would be known to have gone would lie after day 20, and no later than day 45. With chance allowed for (95%), that day lies after day 10, and no later than day 45.',
      'Of their first 30 days, people would on average have been without a known visit for 21 (19 to 24 by the ends of the band).',
    ],
    [
      '如果没有人退出，有一半人已知去了的那一天，会在第 20 天之后，最晚是第 45 天。考虑到偶然（95%），那一天在第 10 天之后，最晚是第 45 天。',
      '在最初 30 天里，平均会有 21 天还不知道去过（按区间两端为 19 到 24 天）。',
    ],
    [
      '假如沒有人退出，有一半人已知去了的那一日，會在第 20 日之後，最遲是第 45 日。考慮到偶然（95%），那一日在第 10 日之後，最遲是第 45 日。',
      '在最初 30 日內，平均會有 21 日仍不知道去過（按區間兩端為 19 至 24 日）。',
    ],
  ]);
});

it('says neither where the line ends before, or is not drawn', () => {
  const frame = frameFor('en', '/staff/research/time');
  const short = renderToStaticMarkup(
    <NetCurve frame={frame} curve={{ ...curve, net: [point(10, 0.2)] }} />,
  );
  expect(short).toContain('half is not reached');
  expect(short).not.toContain('on average');
  const none = renderToStaticMarkup(<NetCurve frame={frame} curve={{ ...curve, net: null }} />);
  expect(none).not.toMatch(/half|average/);
});
