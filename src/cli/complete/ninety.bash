_ninety() {
    local answer
    COMPREPLY=()
    while IFS= read -r answer; do
        COMPREPLY+=("$answer")
    done < <(ninety __complete bash "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
    case "${COMPREPLY[0]-}" in
        :files | :directories)
            local kind=-f IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
            [[ ${COMPREPLY[0]} = :directories ]] && kind=-d
            COMPREPLY=($(compgen "$kind" -- "${word#=}"))
            compopt -o filenames 2>/dev/null
            ;;
    esac
}
complete -o nosort -F _ninety ninety 2>/dev/null || complete -F _ninety ninety
