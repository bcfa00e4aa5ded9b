import { expect, test } from 'vitest'
import { ingressClasses } from './ingress-classes.ts'
import { kubeIngresses } from './kube-ingresses.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

const AT = '/apis/networking.k8s.io/v1'
const read = async (spec: object, annotations: object = {}) =>
  (
    await kubeIngresses.read(
      listing({
        [`${AT}/ingresses`]: [
          'IngressList',
          { metadata: meta('web', 'shop', { annotations }), spec },
        ],
      }),
      inventory,
    )
  ).items[0]

test('hosts, paths, TLS and the controller’s settings are read', async () => {
  const found = await read(
    {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['shop.test'], secretName: 'shop' }, { hosts: ['b.test'] }],
      rules: [
        {
          host: 'shop.test',
          http: { paths: [{ path: '/', backend: { service: { name: 'web' } } }] },
        },
        { http: { paths: [{ backend: { resource: { kind: 'Bucket', name: 'x' } } }] } },
      ],
    },
    { 'nginx.ingress.kubernetes.io/limit-rps': '20', other: 'x' },
  )
  expect(found).toMatchObject({
    class: 'nginx',
    settings: { 'limit-rps': '20' },
    paths: [
      { host: 'shop.test', path: '/', service: 'web' },
      { host: '', path: '/' },
    ],
    tls: [{ hosts: ['shop.test'], secret: 'shop' }, { hosts: ['b.test'] }],
  })
  expect(found?.tls[1]).not.toHaveProperty('secret')
})

test('an ingress may say nothing but where the rest goes', async () => {
  expect(await read({ defaultBackend: { service: { name: 'web' } } })).toMatchObject({
    paths: [],
    tls: [],
    hasDefaultBackend: true,
  })
})

test('a class names its controller', async () => {
  const { items } = await ingressClasses.read(
    listing({
      [`${AT}/ingressclasses`]: [
        'IngressClassList',
        { metadata: meta('nginx'), spec: { controller: 'k8s.io/ingress-nginx' } },
      ],
    }),
    inventory,
  )
  expect(items).toMatchObject([{ name: 'nginx', controller: 'k8s.io/ingress-nginx' }])
})
