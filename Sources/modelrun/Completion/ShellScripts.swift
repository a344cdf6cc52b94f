/// The completion scripts of the shells. They ask the tool for the completions.
enum ShellScripts {
  static let names = ["bash", "fish", "zsh"]

  static func script(for shell: String) -> String? {
    switch shell {
    case "bash": bash
    case "fish": fish
    case "zsh": zsh
    default: nil
    }
  }

  /// Bash takes words apart at `=` and `:` and completes the last part only.
  private static let bash = #"""
    # modelrun: put `source <(modelrun completions bash)` into ~/.bashrc
    _modelrun() {
      local line="${COMP_LINE:0:COMP_POINT}" candidate
      local word="${line##*[[:space:]]}"
      local kept="${word%"${word##*[=:]}"}"
      COMPREPLY=()
      while IFS= read -r candidate; do
        COMPREPLY+=("$(printf %q "${candidate#"$kept"}")")
      done < <("${COMP_WORDS[0]}" complete-words "$line" 2>/dev/null)
      if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
      fi
      return 0
    }
    complete -o default -F _modelrun modelrun
    """#

  private static let zsh = #"""
    #compdef modelrun
    # modelrun: put `source <(modelrun completions zsh)` into ~/.zshrc, behind compinit
    _modelrun() {
      local -a candidates
      candidates=("${(@f)$("${words[1]}" complete-words "$LBUFFER" 2>/dev/null)}")
      candidates=("${(@)candidates:#}")
      if (( ${#candidates} == 0 )); then
        _files
        return
      fi
      compadd -S '' -- "${(@M)candidates:#*=}"
      compadd -- "${(@)candidates:#*=}"
    }
    compdef _modelrun modelrun
    """#

  private static let fish = #"""
    # modelrun: put `modelrun completions fish | source` into ~/.config/fish/config.fish
    function __modelrun_words
      set -l candidates (modelrun complete-words (commandline -cp) 2>/dev/null)
      if test (count $candidates) -gt 0
        printf '%s\n' $candidates
      else
        __fish_complete_path (commandline -ct)
      end
    end
    complete -c modelrun -f -a '(__modelrun_words)'
    """#
}
