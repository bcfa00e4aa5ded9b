import { expect, test } from 'vitest'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { hostsIn } from './traefik/rule.ts'
import { traefik } from './traefik.ts'

const count = (total: number) => ({ total, warnings: 0, errors: 0 })
const ANSWERS = {
  '/api/version': { Version: '3.3.4', Codename: 'saintnectaire' },
  '/api/overview': {
    http: { routers: count(1), services: count(2), middlewares: count(1) },
    tcp: { routers: count(1) },
    udp: { routers: count(0) },
    providers: ['Docker', 'File'],
  },
  '/api/entrypoints': [
    {
      name: 'web',
      address: ':80',
      http: { redirections: { entryPoint: { to: 'websecure', scheme: 'https', permanent: true } } },
    },
    { name: 'websecure', address: ':443/tcp', http: {} },
  ],
  '/api/http/routers?per_page=1000': [
    {
      name: 'jellyfin@file',
      provider: 'file',
      rule: 'Host(`jellyfin.local`)',
      entryPoints: ['websecure'],
      service: 'jellyfin',
      middlewares: ['login@docker', 'limit'],
      tls: { options: 'default' },
      status: 'enabled',
    },
  ],
  '/api/http/services?per_page=1000': [
    {
      name: 'jellyfin@file',
      status: 'enabled',
      loadBalancer: { servers: [{ url: 'http://192.168.0.22:8096' }] },
    },
    { name: 'api@internal', status: 'enabled' },
  ],
  '/api/http/middlewares?per_page=1000': [
    { name: 'limit@file', type: 'ratelimit', status: 'enabled', usedBy: ['jellyfin@file'] },
  ],
}

test('routers, their services and middlewares are read by their whole names', async () => {
  expect(await traefik.read(answering(ANSWERS), inventory)).toEqual({
    version: '3.3.4',
    providers: ['Docker', 'File'],
    streams: 1,
    entryPoints: [
      { name: 'web', address: ':80', port: 80, redirectsTo: 'websecure' },
      { name: 'websecure', address: ':443/tcp', port: 443 },
    ],
    routers: {
      items: [
        {
          name: 'jellyfin@file',
          provider: 'file',
          rule: 'Host(`jellyfin.local`)',
          hosts: ['jellyfin.local'],
          entryPoints: ['websecure'],
          service: 'jellyfin@file',
          middlewares: ['login@docker', 'limit@file'],
          hasTls: true,
          status: 'enabled',
        },
      ],
      complete: true,
    },
    services: {
      items: [
        { name: 'jellyfin@file', status: 'enabled', servers: ['http://192.168.0.22:8096'] },
        { name: 'api@internal', status: 'enabled', servers: [] },
      ],
      complete: true,
    },
    middlewares: {
      items: [
        { name: 'limit@file', type: 'ratelimit', status: 'enabled', usedBy: ['jellyfin@file'] },
      ],
      complete: true,
    },
  })
})

test('fewer routers than the overview counts are not all', async () => {
  const fewer = { ...ANSWERS, '/api/http/routers?per_page=1000': [] }
  expect((await traefik.read(answering(fewer), inventory)).routers).toEqual({
    items: [],
    complete: false,
    because: 'Traefik counts 1 routers and showed 0',
  })
})

test.each([
  ['Host(`a.lab`)', ['a.lab']],
  ['Host(`a.lab`, `B.lab`) && PathPrefix(`/x`)', ['a.lab', 'b.lab']],
  ['Host("a.lab") || Host(`b.lab`)', ['a.lab', 'b.lab']],
  ['PathPrefix(`/`)', []],
  ['Host(`a.lab`) || PathPrefix(`/api`)', []],
  ['HostRegexp(`.+`)', []],
  ['!Host(`a.lab`)', []],
])('the rule %s names %j', (rule, hosts) => {
  expect(hostsIn(rule)).toEqual(hosts)
})
