/** What the bundle has of prism-code-editor, as far as it is used. */
export interface Editor {
  readonly value: string
  readonly container: HTMLDivElement
  readonly textarea: HTMLTextAreaElement
  /** The first holds the overlays, so that the place of each other is its line number. */
  readonly lines: HTMLCollectionOf<HTMLDivElement>
  setOptions(options: { value?: string }): void
  on(name: "update", listener: (value: string) => void): () => void
}
export function createEditor(
  place: null,
  options: { language: string; tabSize: number; value: string },
): Editor
export function addEditorHotkey(editor: Editor, key: string, act: () => boolean | void): () => void
export function insertLineAndIndent(editor: Editor): boolean | void
export function indentSelectedLines(editor: Editor, less?: boolean): boolean | void
/** Its style sheet. */
export const layout: string
