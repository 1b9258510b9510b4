import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import { Counter, Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitRate, requestIds } from '../../src/api/guard.ts';
import { type House, openHouse, send } from './house.ts';

let house: House;
let webDir: string;
beforeAll(async () => {
  webDir = await mkdtemp(path.join(os.tmpdir(), 'symbion-web-'));
  mkdirSync(path.join(webDir, 'assets'));
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><title>Symbion</title>');
  writeFileSync(path.join(webDir, 'assets/index-abc123.js'), 'void 0;'.repeat(1000));
  const registry = new Registry();
  new Counter({ name: 'symbion_store_reads', help: 'x', registers: [registry] }).inc(3);
  house = await openHouse({ webDir, hosts: ['symbion.example'], registry });
});
afterAll(async () => {
  await house.close();
  await rm(webDir, { recursive: true });
});

const status = async (headers: Record<string, string>, method = 'GET', address = '/health/live') =>
  (await house.ask(method, address, { headers })).status;

describe('who may ask', () => {
  it('only under names that are meant: a rebound name gets nothing', async () => {
    expect(await status({ host: `localhost:${house.port}` })).toBe(200);
    expect(await status({ host: '[::1]:80' })).toBe(200);
    expect(await status({ host: 'symbion.example' })).toBe(200);
    expect(await status({ host: 'SYMBION.example:8080' })).toBe(200);
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', '1.2.3.4'])
      expect(await status({ host }), host).toBe(421);
  });

  it('a page of another origin changes nothing', async () => {
    const body = { raw: '{}', headers: { 'content-type': 'application/json' } };
    const post = async (headers: Record<string, string>) =>
      (await house.ask('POST', '/api/v1/classify', { ...body, headers: { ...body.headers, ...headers } })).status;
    const own = `127.0.0.1:${house.port}`;
    expect(await post({ host: own, origin: `http://${own}` })).toBe(422);
    expect(await post({ host: own })).toBe(422);
    expect(await post({ host: own, 'sec-fetch-site': 'same-origin' })).toBe(422);
    for (const origin of ['http://evil.example', 'null', 'http://127.0.0.1:1', `http://${own}.evil.example`])
      expect(await post({ host: own, origin }), origin).toBe(403);
    expect(await post({ host: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('no answer allows another origin to read', async () => {
    const { headers } = await house.ask('GET', '/health/live', { headers: { origin: 'http://evil.example' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('a runaway program on another machine', () => {
  it('is told to wait, by a problem', async () => {
    const app = express();
    app.use(requestIds);
    app.use((request, _response, next) => {
      Object.defineProperty(request, 'socket', { value: { remoteAddress: '10.0.0.7' } });
      Object.defineProperty(request, 'ip', { value: '10.0.0.7' });
      next();
    });
    app.use(limitRate(2), (_request, response) => void response.json({}));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const port = (server.address() as { port: number }).port;
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await send(port, 'GET', '/'));
    server.close();
    expect(answers.map((a) => a.status)).toEqual([200, 200, 429]);
    expect(answers[2]!.json.detail).toBe('At most 2 requests a minute.');
    expect(Number(answers[2]!.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('the page', () => {
  it('is kept for good where its name has a hash, and asked for where it has none', async () => {
    const asset = await house.ask('GET', '/assets/index-abc123.js');
    expect([asset.status, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const page = await house.ask('GET', '/');
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('answers every address of its own, but not for a missing file or below the API', async () => {
    const html = { headers: { accept: 'text/html' } };
    expect((await house.ask('GET', '/match/O001/N001?sort=money', html)).text).toContain('<title>Symbion');
    expect((await house.ask('GET', '/assets/index-gone.js')).status).toBe(404);
    expect((await house.ask('GET', '/api/v1/gone', html)).status).toBe(404);
    expect((await house.ask('GET', '/../../etc/passwd', html)).text).not.toContain('root:');
    expect((await house.ask('POST', '/', html)).status).toBe(404);
  });

  it('is sent compressed', async () => {
    const { headers } = await house.ask('GET', '/assets/index-abc123.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(headers['content-encoding']).toBe('gzip');
  });
});

describe('metrics and log', () => {
  it('tell requests by operation, jobs, readiness and what others register', async () => {
    await house.ask('GET', '/api/v1/flows/some-id');
    const { text, headers } = await house.ask('GET', '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain(
      'symbion_http_request_seconds_count{method="GET",route="/api/v1/flows/{id}",status="404"} 1',
    );
    expect(text).not.toContain('some-id');
    expect(text).toMatch(/^symbion_ready 1$/m);
    expect(text).toMatch(/^symbion_jobs_waiting 0$/m);
    expect(text).toMatch(/^symbion_store_reads 3$/m);
  });

  it('the log has one line a request with its id and operation, without the query', async () => {
    await house.ask('GET', '/api/v1/flows?text=secret', { headers: { 'x-request-id': 'log-1' } });
    await expect
      .poll(() => house.log.find((line) => line.requestId === 'log-1'))
      .toMatchObject({
        operation: 'findFlows',
        path: '/api/v1/flows',
        status: 200,
      });
    expect(JSON.stringify(house.log)).not.toContain('secret');
  });

  it('an id of a request that is not plain is not taken over', async () => {
    const { headers } = await house.ask('GET', '/health/live', { headers: { 'x-request-id': 'a b"c' } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
