/** The part of mammoth's document tree that is read here. */

export interface DocumentNode {
  readonly type: string;
  readonly children?: readonly DocumentNode[];
  /** Of a text. */
  readonly value?: string;
  /** Of a bookmark: here always one of the markers. */
  readonly name?: string;
  /** Of a cell. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}
