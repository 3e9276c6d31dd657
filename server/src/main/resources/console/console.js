'use strict';

const SECONDS = 120;
const byId = (id) => document.getElementById(id);
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();

/* Every half minute has its label. */
function ago(index) {
  const seconds = SECONDS - 1 - index;
  if (seconds % 30 !== 0) return null;
  return seconds === 0 ? 'now' : `-${seconds} s`;
}

function chart(id, names, colours) {
  return new Chart(byId(id), {
    type: 'line',
    data: {
      labels: Array.from({ length: SECONDS }, (_, i) => i - SECONDS + 1),
      datasets: names.map((name, i) => ({
        label: name, data: Array(SECONDS).fill(null), borderColor: colour(colours[i]),
        backgroundColor: colour(colours[i]) + '22', fill: names.length === 1, borderWidth: 1.8,
        // A line needs two points; a moment between two silences is a dot.
        pointRadius: ({ dataset: { data }, dataIndex: i }) =>
          (data[i - 1] == null && data[i + 1] == null ? 2.5 : 0),
        tension: 0.25,
      })),
    },
    options: {
      animation: false, maintainAspectRatio: false,
      plugins: {
        legend: { display: names.length > 1, labels: { color: colour('--quiet'), boxWidth: 12 } },
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
  rate: chart('rate-chart', ['events'], ['--blue']),
  latency: chart('latency-chart', ['p50', 'p99'], ['--blue', '--red']),
  frame: chart('frame-chart', ['events'], ['--blue']),
  sync: chart('sync-chart', ['ms'], ['--blue']),
};

function draw(name, ...values) {
  charts[name].data.datasets.forEach((set, i) => {
    set.data.push(values[i]);
    set.data.shift();
  });
  charts[name].update('none');
}

const show = (id, value, digits) => {
  byId(id).textContent = value === null ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: digits });
};

/* The time that a share of the requests between two messages took at most, ms; null if none. */
function percentile(before, now, share) {
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

function tell(now) {
  const sum = (key) => now.partitions.reduce((all, p, i) => all + p[key] - last.partitions[i][key], 0);
  if (last) {
    const seconds = (now.nanos - last.nanos) / 1e9;
    const ratio = (above, below) => (below === 0 ? null : above / below);
    const rate = sum('events') / seconds;
    const frame = ratio(sum('events'), sum('frames'));
    const sync = ratio(sum('sync_nanos') / 1e6, sum('syncs'));
    const p50 = percentile(last.latencies, now.latencies, 0.5);
    const p99 = percentile(last.latencies, now.latencies, 0.99);
    show('rate', rate, 0); show('frame', frame, 1); show('sync', sync, 2);
    show('p50', p50, 2); show('p99', p99, 2);
    draw('rate', rate); draw('frame', frame); draw('sync', sync); draw('latency', p50, p99);
    byId('partitions').replaceChildren(...now.partitions.map((p, i) => row([
      p.partition,
      `${p.partition}:${p.position}`,
      Math.round((p.events - last.partitions[i].events) / seconds).toLocaleString('en'),
      (p.bytes / 1048576).toFixed(1),
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
