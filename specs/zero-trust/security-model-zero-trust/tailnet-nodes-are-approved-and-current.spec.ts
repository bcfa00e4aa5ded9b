import { all, control, every, none, same, that } from '#harness'

control(
  'Every device in the tailnet is known, approved, seen lately and up to date',
  {
    statement: 'ZT-50',
    impact: 'high',
    kind: 'identity',
    standards: ['IA-3', 'AC-2', 'CM-8', 'SI-2', 'CIS-1.1', 'CIS-5.3'],
    remedy:
      'Remove or declare the device, approve it on the Machines page, run `tailscale update` on it; switch device approval on; revoke the key.',
  },
  ({ lab, need, parameter, isRecent }) => {
    const { devices: declared, shared = [] } = need('tailnet')
    const staleAfter = parameter.seconds('p.tailnet.stale_after')
    all(
      () =>
        same(
          { ...lab.tailnetDevices, items: lab.tailnetDevices.items.map(({ name }) => name) },
          [...declared.map(({ name }) => name), ...shared],
          'devices',
        ),
      () => every(lab.tailnetDevices, 'has been approved', ({ isAuthorized }) => isAuthorized),
      () =>
        that(
          lab.tailnetSettings.approvesDevices,
          'a new device waits for approval',
          lab.tailnetSettings,
        ),
      () =>
        none(
          lab.tailnetDevices,
          'has not been seen for too long',
          ({ lastSeenAt }) => lastSeenAt !== undefined && !isRecent(lastSeenAt, staleAfter),
        ),
      () => none(lab.tailnetDevices, 'waits for an update', ({ own }) => own?.hasUpdate === true),
      () =>
        none(
          lab.tailnetDevices,
          'is not trusted by tailnet lock',
          ({ own }) => own?.lockError !== undefined,
        ),
      () =>
        none(
          lab.tailnetDevices,
          'is of a person, and its key never ends',
          ({ tags, isExternal, expiresAt }) =>
            !isExternal && tags.length === 0 && expiresAt === undefined,
        ),
      () =>
        none(
          lab.tailnetKeys,
          'lets anybody who has it add approved devices for ever',
          ({ isValid, adds, expiresAt }) =>
            isValid && adds?.isReusable === true && adds.isPreauthorized && expiresAt === undefined,
        ),
    )
  },
)
