const MINUTE = 1 / 60;

/** How long one thing took in one life, in whole minutes: `less than a minute`, `45 min`, `3 h 20 min`, `4 days 6 h`. */
export function span(hours: number): string {
  const minutes = Math.round(hours / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return `${minutes} min`;
  if (minutes < 48 * 60) return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const whole = Math.round(minutes / 60);
  return joined(Math.floor(whole / 24), 'days', whole % 24, 'h');
}

function joined(many: number, large: string, few: number, small: string): string {
  return few === 0 ? `${many} ${large}` : `${many} ${large} ${few} ${small}`;
}
