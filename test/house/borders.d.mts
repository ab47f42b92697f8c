interface Rule {
  readonly name: string;
  readonly severity: 'error';
  readonly comment: string;
  readonly from: Readonly<Record<string, unknown>>;
  readonly to: Readonly<Record<string, unknown>>;
}
declare const rules: { forbidden: Rule[]; options: Record<string, unknown> };
export default rules;
