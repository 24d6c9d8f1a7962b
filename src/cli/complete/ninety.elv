use str
set edit:completion:arg-completer[ninety] = {|@words|
    var answers = [(ninety __complete elvish $@words | from-lines)]
    if (eq $answers [:files]) {
        edit:complete-filename $words[-1]
    } elif (eq $answers [:directories]) {
        edit:complete-filename $words[-1] | each {|path| if (str:has-suffix $path[stem] /) { put $path } }
    } else {
        for answer $answers {
            var value what = (str:split &max=2 "\t" $answer"\t")
            edit:complex-candidate &display=(str:trim-right $value'  '$what " \t") $value
        }
    }
}
