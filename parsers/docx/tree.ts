/** The part of mammoth's document tree that is read here. */

export interface DocumentNode {
  readonly type: string;
  readonly children?: readonly DocumentNode[];
  /** Of a text. */
  readonly value?: string;
  /** Of a break: "line", "page" or "column". */
  readonly breakType?: string;
  /** Of a paragraph. */
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
  /** Of a cell. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Of an image. */
  readonly altText?: string | null;
}
