// The estimate over the answers, 480 by 96. An own drawing of a few lines: uPlot would add two thirds to the page's scripts.
import { svg, type SVGTemplateResult } from 'lit';

export interface Point {
  mastery: number;
  right: boolean;
}

const width = 480;
const height = 96;
const left = 30;
const right = 8;
const top = 8;
const bottom = 14;
const masteredAt = 0.95;

export function chartPlaces(points: readonly Point[]): { x: number; y: number }[] {
  const span = width - left - right;
  return points.map(({ mastery }, place) => ({
    x: round(left + (points.length === 1 ? span / 2 : (span * place) / (points.length - 1))),
    y: level(mastery),
  }));
}

export function chart(points: readonly Point[], label: string): SVGTemplateResult {
  const places = chartPlaces(points);
  return svg`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label=${label}>
    <line class="axis" x1=${left} x2=${width - right} y1=${level(0)} y2=${level(0)} />
    <line class="goal" x1=${left} x2=${width - right} y1=${level(masteredAt)} y2=${level(masteredAt)} />
    <text x=${left - 4} y=${level(masteredAt) + 4} text-anchor="end">95</text>
    <text x=${left - 4} y=${level(0.5) + 4} text-anchor="end">50</text>
    <text x=${left - 4} y=${level(0) + 4} text-anchor="end">0</text>
    <polyline class="curve" points=${places.map(({ x, y }) => `${x},${y}`).join(' ')} />
    ${places.map(({ x, y }, place) =>
      points[place]!.right ? svg`<circle class="right" cx=${x} cy=${y} r="3.5" />` : svg`<path class="wrong" d="M${x - 3} ${y - 3}l6 6m0-6l-6 6" />`,
    )}
  </svg>`;
}

const level = (mastery: number): number => round(top + (height - top - bottom) * (1 - mastery));

const round = (value: number): number => Math.round(value * 10) / 10;
