interface Props {
  readonly size: number;
  readonly path: string;
  readonly label: string;
}

/** Four light modules around the code (ISO/IEC 18004 section 5.3.8), black on white also in dark mode. */
const QUIET = 4;

export function QrCode({ size, path, label }: Props) {
  const side = size + 2 * QUIET;
  return (
    <svg
      className="block w-60 max-w-full"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
