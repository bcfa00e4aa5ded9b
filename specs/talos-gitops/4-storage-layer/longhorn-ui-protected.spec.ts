import { all, control, every, none } from '#harness'

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
    // Whatever leads to its pods, and whatever leads nowhere that is known.
    const pages = lab.kubeServices.items
      .filter(
        ({ namespace, selector }) =>
          namespace === 'longhorn-system' && (selector.app ?? 'longhorn-ui') === 'longhorn-ui',
      )
      .map(({ externalIps, name, type }) => ({ service: name, type, externalIps }))
    const ways = lab.kubeIngresses.items.filter(
      ({ hasDefaultBackend, namespace, paths }) =>
        namespace === 'longhorn-system' &&
        (hasDefaultBackend ||
          paths.some(
            ({ service }) =>
              service === undefined || pages.some((page) => page.service === service),
          )),
    )
    all(
      () =>
        every(
          { ...lab.kubeServices, items: pages },
          'has no port of a node and no address beside its own',
          ({ externalIps, type }) => type === 'ClusterIP' && externalIps.length === 0,
        ),
      () =>
        none(
          {
            ...lab.kubeIngresses,
            items: ways.map(({ name, settings }) => ({ ingress: name, settings })),
          },
          'leads to it without a login',
          ({ settings }) =>
            !settings['auth-url'] &&
            !settings['auth-type'] &&
            (!settings['auth-tls-secret'] || (settings['auth-tls-verify-client'] ?? 'on') !== 'on'),
        ),
    )
  },
)
