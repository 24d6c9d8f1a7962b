function __ninety_answers
    set -l word (commandline -ct)
    set -l answers (ninety __complete fish (commandline -opc) "$word" 2>/dev/null)
    set -l option (string match -r -- '^--[^=]*=' "$word")
    set -l path (string replace -r -- '^--[^=]*=' '' "$word")
    switch "$answers[1]"
        case :files
            __fish_complete_path "$path" | string replace -r '^' -- "$option"
        case :directories
            __fish_complete_directories "$path" | string replace -r '^' -- "$option"
        case '*'
            printf '%s\n' $answers
    end
end
complete -c ninety -f -k -a '(__ninety_answers)'
