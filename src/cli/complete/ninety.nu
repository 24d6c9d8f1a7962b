# For nushell 0.108 or later.
module ninety-completions {
    def answers [words: list<string>] {
        let asked = $words | each {|word| $word | str replace --all '`' "'" }
        let answers = ^ninety __complete nushell ...$asked | complete | get stdout | lines
        match $answers {
            [":files"] => null
            [":directories"] => (directories ($words | last | str trim --char '`'))
            _ => ($answers | each {|answer|
                let parts = $answer | split row "\t"
                { value: ($parts | first), description: ($parts | get --optional 1 | default "") }
            })
        }
    }

    def directories [word: string] {
        let home = "~" | path expand
        let found = try { ls ($"($word)*" | into glob) | get name } catch { [] }
        $found | where {|path| ($path | path expand | path type) == dir } | each {|path|
            let path = if ($word | str starts-with "~") { $path | str replace $home "~" } else { $path }
            if $path =~ '\s' { $"`($path)/`" } else { $"($path)/" }
        }
    }

    @complete answers
    export extern ninety []
}
export use ninety-completions *
