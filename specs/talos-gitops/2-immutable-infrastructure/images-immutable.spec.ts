import { all, control, every } from '#harness'

control(
  'Each image that runs is pinned, and is the one that was declared',
  {
    statement: 'TG-139',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'SI-7', 'CIS-2.5'],
    remedy:
      'Name images with a version, better with a digest; restart a pod that runs another image than it says.',
  },
  ({ lab }) => {
    const { items, ...look } = lab.kubePods
    const running = items.flatMap((pod) =>
      pod.containers.map(({ image, name }) => ({
        pod: `${pod.namespace}/${pod.name}`,
        container: name,
        image,
        runs: pod.statuses.find((status) => status.name === name)?.imageId ?? '',
      })),
    )
    all(
      () =>
        every(
          { ...look, items: running },
          'has a version or a digest',
          ({ image }) =>
            /@sha256:[0-9a-f]{64}$/.test(image) ||
            // A tag without a digit names what is newest of its kind.
            /:[^/:@]*\d[^/:@]*$/.test(image),
        ),
      () =>
        every(
          { ...look, items: running.filter(({ image }) => image.includes('@')) },
          'runs as declared',
          ({ image, runs }) => runs === '' || runs.endsWith(image.slice(image.indexOf('@'))),
        ),
      // One name, one image: a version that was pushed again runs twice.
      () =>
        every(
          {
            ...look,
            items: [...new Set(running.map(({ image }) => image))].map((image) => ({
              image,
              runs: [
                ...new Set(
                  running
                    .filter((one) => one.image === image && one.runs !== '')
                    .map(({ runs }) => runs.split('@').at(-1)),
                ),
              ],
            })),
          },
          'is the same wherever it runs',
          ({ runs }) => runs.length <= 1,
        ),
    )
  },
)
