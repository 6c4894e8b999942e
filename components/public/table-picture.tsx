/** Two chairs and a table by a window. Tells what it is about: sitting down with someone. */
export function TablePicture() {
  return (
    <svg
      className="picture"
      viewBox="0 0 240 200"
      width="240"
      height="200"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M72 12h96v88H72zM120 12v88M72 52h96M62 100h116" />
      <path d="M12 186h216" />
      <path d="M82 132h76M120 132v48M102 186q4-6 18-6t18 6" />
      <path d="M36 84q-3 30 4 58v44M40 142h32q3 0 3 4v40M37 104q14 2 16 38" />
      <path d="M204 84q3 30-4 58v44M200 142h-32q-3 0-3 4v40M203 104q-14 2-16 38" />
      <path d="M96 121h14v7q0 4-4 4h-6q-4 0-4-4zM110 123h3q3 0 3 3t-3 3h-3" />
      <path d="M132 121h14v7q0 4-4 4h-6q-4 0-4-4zM146 123h3q3 0 3 3t-3 3h-3" />
      <path d="M137 100V86M129 86h16l-2 14M132 86q-6-10 1-18q4 6 4 18q0-12 8-20q4 10-3 20" />
    </svg>
  );
}
