'use strict';

const MILLION = 1e6;
const STEPS = [1, 1.5, 2, 3, 5, 7.5, 10];

/* The round number, 10 at least, that a value fits below. */
function roundUp(value) {
  const unit = 10 ** Math.max(1, Math.floor(Math.log10(value)));
  return unit * STEPS.find((step) => step * unit >= value);
}

/* What was told of a rate last, as a line. The scale follows from what there is to show. */
class Sparkline {
  constructor(place, name, points) {
    this.svg = place.querySelector('svg');
    this.top = place.querySelector('.top');
    this.million = place.querySelector('.million');
    this.name = name;
    this.values = Array(points).fill(null);
  }

  add(value) {
    this.values.push(value);
    this.values.shift();
  }

  draw() {
    const known = this.values.filter(Number.isFinite);
    const scale = roundUp(Math.max(0, ...known));
    const across = (index) => (100 * index / (this.values.length - 1)).toFixed(2);
    const up = (value) => (100 - 100 * value / scale).toFixed(2);
    this.path('line', this.lines((from, to) => `M${this.values.slice(from, to)
      .map((value, i) => `${across(from + i)} ${up(value)}`).join('L')}h0`));
    this.path('area', this.lines((from, to) => `M${across(from)} 100L${this.values.slice(from, to)
      .map((value, i) => `${across(from + i)} ${up(value)}`).join('L')}L${across(to - 1)} 100`));
    const isThere = scale >= MILLION;
    this.path('mark', isThere ? `M0 ${up(MILLION)}H100` : '');
    this.million.hidden = !isThere;
    this.million.style.top = `${up(MILLION)}%`;
    this.top.textContent = scale === MILLION ? '' : scale.toLocaleString('en');
    this.svg.setAttribute('aria-label', this.words(known));
  }

  /* What a screen reader says instead. */
  words(known) {
    const text = (value) => Math.round(value).toLocaleString('en');
    return known.length === 0 ? `${this.name}: nothing was told yet`
      : `${this.name} in the last ${known.length} s: now ${text(known[known.length - 1])}, `
        + `least ${text(Math.min(...known))}, most ${text(Math.max(...known))}`;
  }

  /* A line for each stretch without a gap. */
  lines(make) {
    const all = [];
    for (let from = 0; from < this.values.length; from++) {
      if (!Number.isFinite(this.values[from])) continue;
      let to = from;
      while (to < this.values.length && Number.isFinite(this.values[to])) to++;
      all.push(make(from, to));
      from = to;
    }
    return all.join('');
  }

  path(name, line) {
    this.svg.querySelector(`.${name}`).setAttribute('d', line);
  }
}
