#!/usr/bin/env node
// `npx plumb …` is `npm run plumb -- …`.
process.argv.splice(2, 0, 'plumb')
await import('./setup.mjs')
