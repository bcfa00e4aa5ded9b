import { all, control, every, lastDrill, measured, saw, that } from '#harness'
import { wholly } from '../looks.ts'
import { guards } from './admission.ts'

/** With its registry, which is left out for Docker’s own. */
const wholeName = (image: string): string => {
  const [first = '', ...rest] = image.split('/')
  if (rest.length === 0) return `docker.io/library/${image}`
  return /[.:]/.test(first) || first === 'localhost' ? image : `docker.io/${image}`
}

/** Whether a pattern, in which `*` is anything, means an image. */
const fits = (pattern: string, image: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(image)

control(
  'No application can start an image that nobody we trust has signed',
  {
    statement: 'TG-211',
    impact: 'high',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-14', 'SR-4(3)', 'SI-7(15)'],
    remedy:
      'Set the policy to Enforce for every registry in use, and its webhook to Fail; then offer it an unsigned image with `plumb drill unsigned-image`.',
  },
  (views) => {
    const { lab, need, parameter } = views
    const namespaces = need('kubernetes').applications.map(({ namespace }) => namespace)
    const controller = parameter.text('p.signatures.controller')
    const policies = lab.signaturePolicies.items.filter(
      ({ conditions, onFailure }) =>
        onFailure === 'Fail' &&
        conditions.some(({ status, type }) => type === 'Ready' && status === 'True'),
    )
    const rules = policies
      .flatMap((policy) => policy.rules)
      .filter(
        ({ action, isRequired, kinds }) =>
          action === 'Enforce' && isRequired && kinds.includes('Pod'),
      )
    const images = lab.kubePods.items
      .filter(({ namespace }) => namespaces.includes(namespace))
      .flatMap(({ containers, namespace }) =>
        containers.map(({ image }) => ({ namespace, image: wholeName(image) })),
      )
    all(
      () =>
        that(
          saw(
            lab.kubeWorkloads,
            ({ isObserved, name, namespace, ready }) =>
              `${namespace}/${name}` === controller && isObserved && ready > 0,
          ),
          'who looks at signatures is running',
          { controller },
        ),
      () =>
        that(
          guards(views, controller, namespaces),
          'it is asked about every pod, and nothing is let in while nobody looks',
          { controller },
        ),
      () =>
        every(
          { ...wholly(lab.signaturePolicies, lab.kubePods), items: images },
          'is meant by a policy that is enforced',
          ({ image, namespace }) =>
            rules.some(
              (rule) =>
                !rule.exceptNamespaces.includes(namespace) &&
                rule.images.some((pattern) => fits(pattern, image)),
            ),
        ),
      () => {
        const drill = lastDrill(views, 'unsigned-image')
        const { signedAdmitted, strangeDenied, unsignedDenied } = measured(drill, 'admission')
        that(
          drill.target === 'live' &&
            views.isRecent(drill.endedAt, parameter.seconds('p.drill.max_age')) &&
            unsignedDenied &&
            strangeDenied &&
            signedAdmitted,
          'it was tried here, and a good image was let in',
          {
            endedAt: drill.endedAt,
            target: drill.target,
            unsignedDenied,
            strangeDenied,
            signedAdmitted,
          },
        )
      },
    )
  },
)
