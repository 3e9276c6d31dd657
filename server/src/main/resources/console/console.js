'use strict';

const SECONDS = 120;
const CALM_SECONDS = 10;
const SHORT_SECONDS = 0.5;
const byId = (id) => document.getElementById(id);
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();

/* Every half minute has its label. */
function ago(index) {
  const seconds = SECONDS - 1 - index;
  if (seconds % 30 !== 0) return null;
  return seconds === 0 ? 'now' : `-${seconds} s`;
}

/* A line is what it is called, its colour, and whether it is dashed. */
function chart(id, ...lines) {
  return new Chart(byId(id), {
    type: 'line',
    data: {
      labels: Array.from({ length: SECONDS }, (_, i) => i - SECONDS + 1),
      datasets: lines.map(([label, tone, dashed]) => ({
        label, data: Array(SECONDS).fill(null), borderColor: colour(tone),
        borderDash: dashed ? [5, 4] : [],
        backgroundColor: colour(tone) + '22', fill: lines.length === 1, borderWidth: 1.8,
        // A line needs two points; a moment between two silences is a dot.
        pointRadius: ({ dataset: { data }, dataIndex: i }) =>
          (data[i - 1] == null && data[i + 1] == null ? 2.5 : 0),
        tension: 0.25,
      })),
    },
    options: {
      animation: false, maintainAspectRatio: false,
      plugins: {
        legend: { display: lines.length > 1, labels: {
          color: colour('--quiet'), boxWidth: 24, boxHeight: 0,
          filter: (item, { datasets }) => datasets[item.datasetIndex].data.some(Number.isFinite),
        } },
      },
      scales: {
        x: { grid: { display: false },
          ticks: { color: colour('--quiet'), autoSkip: false, maxRotation: 0, callback: ago } },
        y: { beginAtZero: true, grid: { color: colour('--line') },
          ticks: { color: colour('--quiet'), maxTicksLimit: 5 } },
      },
    },
  });
}

const charts = {
  rate: chart('rate-chart', ['events', '--blue']),
  latency: chart('latency-chart', ['HTTP p50', '--blue', true], ['HTTP p99', '--blue'],
    ['binary p50', '--amber', true], ['binary p99', '--amber']),
  frame: chart('frame-chart', ['transfers', '--blue']),
  sync: chart('sync-chart', ['ms', '--blue']),
};
const spark = new Sparkline(byId('spark'), 'Transfers a second', 60);

/* Who wants less motion sees the lines move now and then only; the figures change as ever. */
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let messages = 0;

function draw(lines, rate) {
  const moves = !calm.matches || messages % CALM_SECONDS === 0;
  messages++;
  for (const [name, values] of Object.entries(lines)) {
    const { canvas, data: { datasets } } = charts[name];
    values.forEach((value, i) => {
      datasets[i].data.push(value);
      datasets[i].data.shift();
    });
    const words = datasets.map((line, i) => `${line.label} ${text(values[i], 2)}`).join(', ');
    canvas.setAttribute('aria-label', `The last ${SECONDS} s as lines. Now ${words}.`);
    if (moves) charts[name].update('none');
  }
  spark.add(rate);
  if (moves) spark.draw();
}

/* Null is a silence, in which there is nothing to tell. */
const text = (value, digits) => (Number.isFinite(value)
  ? value.toLocaleString('en', { maximumFractionDigits: digits }) : '–');

/* What no meter counts is NaN, and no figure. */
function show(id, value, digits) {
  byId(id).textContent = text(value, digits);
  byId(id).parentElement.hidden = Number.isNaN(value);
}

/* The time that a share of the answers between two messages took at most, ms. */
function percentile(before, now, share) {
  if (!before || !now) return NaN;
  const counts = now.map((b, i) => b.count - (before[i] ? before[i].count : 0));
  const total = counts.length ? counts[counts.length - 1] : 0;
  if (total === 0) return null;
  const wanted = total * share;
  const at = counts.findIndex((count) => count >= wanted);
  const low = at === 0 ? 0 : now[at - 1].micros;
  const below = at === 0 ? 0 : counts[at - 1];
  const part = (wanted - below) / Math.max(1, counts[at] - below);
  return (low + (now[at].micros - low) * part) / 1000;
}

function row(cells) {
  const line = document.createElement('tr');
  for (const cell of cells) line.insertCell().textContent = cell;
  return line;
}

let last = null;
let peak = 0;

/* Shows what a port has answered; its p50 and p99. */
function tellPort(before, now, seconds) {
  const [p50, p99] = [0.5, 0.99].map((p) => percentile(before.latencies, now.latencies, p));
  show(`${now.port}-p50`, p50, 2);
  show(`${now.port}-p99`, p99, 2);
  show(`${now.port}-answers`, (now.answers - before.answers) / seconds, 0);
  show(`${now.port}-connections`, now.connections ?? NaN, 0);
  return [p50, p99];
}

function tell(now) {
  const seconds = last ? (now.nanos - last.nanos) / 1e9 : 0;
  // Of a short time, behind a message that came late, a burst would be the peak.
  if (last && seconds < SHORT_SECONDS) return;
  if (last) {
    const sum = (key) => now.partitions.reduce(
      (all, p, i) => all + p[key] - last.partitions[i][key], 0);
    const ratio = (above, below) => (below === 0 ? null : above / below);
    const rate = sum('transfers') / seconds;
    const frame = ratio(sum('transfers'), sum('frames'));
    const sync = ratio(sum('sync_nanos') / 1e6, sum('syncs'));
    peak = Math.max(peak, rate);
    byId('hero').hidden = Number.isNaN(rate);
    show('transfers', rate, 0);
    show('peak', peak, 0);
    show('frame', frame, frame < 100 ? 1 : 0);
    show('sync', sync, 2);
    const ports = now.ports.map((port, i) => tellPort(last.ports[i], port, seconds));
    draw({ rate: [sum('events') / seconds], frame: [frame], sync: [sync], latency: ports.flat() },
      rate);
    byId('partitions').replaceChildren(...now.partitions.map((p, i) => row([
      p.partition,
      `${p.partition}:${p.position}`,
      text((p.events - last.partitions[i].events) / seconds, 0),
      text(p.bytes / 1048576, 1),
    ])));
  }
  last = now;
}

function connect() {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${location.host}/v1/console/live`);
  const pill = byId('link');
  socket.onopen = () => { pill.textContent = 'live'; pill.className = 'pill live'; last = null; };
  socket.onmessage = (message) => tell(JSON.parse(message.data));
  socket.onclose = () => {
    pill.textContent = 'connecting';
    pill.className = 'pill waiting';
    setTimeout(connect, 2000);
  };
}

async function send(method, path, body) {
  const reply = await fetch(path, {
    method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  return `${method} ${path}\n${reply.status} ${JSON.stringify(await reply.json(), null, 1)}\n`;
}

byId('pay').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('button');
  const value = (name) => form.elements[name].value.trim();
  const account = (name) => `/v1/accounts/${encodeURIComponent(value(name))}`;
  const currency = value('currency');
  button.disabled = true;
  try {
    let text = await send('PUT', account('from'), { currency, kind: 'external' });
    text += await send('PUT', account('to'), { currency, kind: 'customer' });
    text += await send('POST', '/v1/wallet/balance-transfer', {
      from_account: value('from'), to_account: value('to'), amount: value('amount'), currency,
      // Where a page is not from a secure context there is no randomUUID.
      transaction_id: `console-${Date.now()}-${crypto.getRandomValues(new Uint32Array(1))[0]}`,
    });
    byId('answer').textContent = text;
  } catch (trouble) {
    byId('answer').textContent = `The node does not answer: ${trouble.message}`;
  } finally {
    button.disabled = false;
  }
});

fetch('/v1/info').then((reply) => reply.json()).then((info) => {
  const groups = info.groups.map((g) => `${g.name}: ${g.partitions} × ${g.durability}`).join(', ');
  byId('about').textContent = `node ${info.node_id} · ${groups}`;
});
connect();
