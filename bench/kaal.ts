// The bare handler to compare with: the same server package, one route, nothing in between.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/gezondheid', c => c.json({ status: 'gereed' }));
app.get('/', c => c.text('hallo'));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.argv[2]) });
process.on('SIGINT', () => process.exit(0));
