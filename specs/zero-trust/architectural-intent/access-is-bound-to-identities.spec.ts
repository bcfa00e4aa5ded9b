import { all, control, every, none, saw } from '#harness'

control(
  'Every way in belongs to one person, or to one machine with a tag',
  {
    statement: 'ZT-16',
    impact: 'critical',
    kind: 'identity',
    standards: ['IA-2', 'IA-3', 'AC-2', 'AC-17', 'AC-6', 'CIS-5.1', 'CIS-6.4'],
    remedy:
      'Name the owner under `people` in lab.yaml, or take the device, key or account away: Machines page, authorized_keys, `pveum user modify … --enable 0`; add a second factor.',
  },
  ({ host, hosts, lab, need, ageSeconds }) => {
    const people = need('people')
    const { devices: declared, shared = [] } = need('tailnet')
    const logins = people.map(({ tailnetLogin }) => tailnetLogin)
    const tags = declared.map(({ tag }) => tag)
    const members = hosts().filter(({ tailnetAddress }) => tailnetAddress !== undefined)
    const isTagged = ({ address }: { address: string }) =>
      saw(lab.tailnetDevices, (x) => x.addresses.includes(address) && x.tags.length > 0)
    all(
      () =>
        none(
          lab.tailnetDevices,
          'is of nobody we know',
          ({ isExternal, name, user, tags: own }) =>
            !(isExternal
              ? shared.includes(name)
              : own.length > 0
                ? own.every((tag) => tags.includes(tag))
                : logins.includes(user)),
        ),
      () =>
        none(
          lab.tailnetDevices,
          'is of a person, and its key never ends',
          (x) => !x.isExternal && x.tags.length === 0 && x.expiresAt === undefined,
        ),
      () =>
        every(
          members.map(({ name, tailnetAddress = '' }) => ({ host: name, address: tailnetAddress })),
          'is a server with a tag of its own',
          isTagged,
        ),
      ...members.map(({ name }) => () => {
        none(
          host(name).tailscaleStatus.peers,
          `is of somebody outside with whom ${name} is shared`,
          ({ isSharedTo }) => isSharedTo,
        )
      }),
      () =>
        none(
          lab.tailnetKeys,
          'adds devices again and again, for whoever has it',
          ({ isValid, adds, expiresAt }) =>
            isValid &&
            adds?.isReusable === true &&
            !adds.isEphemeral &&
            !(expiresAt !== undefined && ageSeconds(expiresAt) >= 0),
        ),
      () =>
        none(lab.tailnetPolicy.ssh, 'lets in over Tailscale SSH who is not named', ({ from }) =>
          from.some((source) => source === '*' || source.startsWith('autogroup:')),
        ),
      ...hosts().map(({ name }) => () => {
        const keys = host(name).authorizedKeys
        none(
          { ...keys, items: keys.items.map((key) => ({ host: name, ...key })) },
          'opens an account for nobody, or for several',
          ({ fingerprint }) =>
            people.filter(({ sshKeys = [] }) => sshKeys.includes(fingerprint)).length !== 1,
        )
      }),
      ...hosts().map(({ name }) => () => {
        none(
          host(name).sshdConfig.map((x) => ({ host: name, ...x })),
          'is let in by what may be known to several',
          (x) => x.takesPasswords || x.takesAnswers || x.takesEmptyPasswords,
        )
      }),
      () =>
        none(
          lab.proxmoxUsers,
          'is nobody’s account at the hypervisor, or has no second factor',
          ({ id, isEnabled, secondFactors }) => {
            const owner = people.filter(({ proxmoxUser }) => proxmoxUser === id)
            const isProgram = owner.some(({ automation }) => automation !== undefined)
            return isEnabled && (owner.length !== 1 || (!isProgram && secondFactors.length === 0))
          },
        ),
    )
  },
)
