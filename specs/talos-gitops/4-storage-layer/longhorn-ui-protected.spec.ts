import { all, control, none, that, the } from '#harness'

control(
  'Longhorn’s page is reached through the API server or behind a login, and in no other way',
  {
    statement: 'TG-63',
    impact: 'high',
    kind: 'exposure',
    standards: ['AC-3', 'SC-7'],
    remedy:
      'Make the service longhorn-frontend a ClusterIP, and use `kubectl port-forward`; an ingress needs `auth-url` or `auth-type`, for the page has no login of its own.',
  },
  ({ lab }) => {
    const page = the(
      lab.kubeServices,
      'service longhorn-system/longhorn-frontend',
      ({ name, namespace }) => namespace === 'longhorn-system' && name === 'longhorn-frontend',
    )
    const ways = lab.kubeIngresses.items.filter(
      ({ hasDefaultBackend, namespace, paths }) =>
        namespace === 'longhorn-system' &&
        (hasDefaultBackend || paths.some(({ service }) => service === 'longhorn-frontend')),
    )
    all(
      () =>
        that(page.type === 'ClusterIP', 'no port of a node or address leads to it', {
          service: page.name,
          type: page.type,
        }),
      () =>
        none(
          {
            ...lab.kubeIngresses,
            items: ways.map(({ name, settings }) => ({ ingress: name, settings })),
          },
          'leads to it without a login',
          ({ settings }) =>
            !settings['auth-url'] && !settings['auth-type'] && !settings['auth-tls-secret'],
        ),
    )
  },
)
