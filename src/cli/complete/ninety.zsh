#compdef ninety
_ninety() {
    local -a answers
    answers=("${(@f)$(ninety __complete zsh "${(@)words[1,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    case "$answers[1]" in
        '') return 1 ;;
        :files) compset -P '--*='; _files ;;
        :directories) compset -P '--*='; _path_files -/ ;;
        *) _describe -V ninety answers ;;
    esac
}
if [ "$funcstack[1]" = "_ninety" ]; then
    _ninety "$@"
else
    compdef _ninety ninety
fi
