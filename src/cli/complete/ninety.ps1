Register-ArgumentCompleter -Native -CommandName ninety -ScriptBlock {
    param($word, $line, $cursor)
    $before = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    # An older PowerShell gives no program an empty word; ninety reads past this sign.
    $typed = if ("$word" -eq '') { '=' } else { "$word" }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $answers = @(& ninety __complete powershell @before $typed 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
    }
    # PowerShell offers files where a script answers nothing at all.
    switch ("$($answers | Select-Object -First 1)") {
        ':files' { return }
        ':directories' {
            $found = @(Get-ChildItem -Directory -Path "$word*" -ErrorAction SilentlyContinue)
            if ($found.Count -eq 0) { return '' }
            $parent = "$word" -replace '[^/\\]*$', ''
            $found | ForEach-Object {
                $path = "$parent$($_.Name)"
                $quoted = if ($path -match '\s') { "'" + $path.Replace("'", "''") + "'" } else { $path }
                [System.Management.Automation.CompletionResult]::new($quoted, $path, 'ProviderContainer', $path)
            }
        }
        '' { return '' }
        default {
            $answers | ForEach-Object {
                $value, $what = "$_" -split "`t", 2
                if (-not $what) { $what = $value }
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $what)
            }
        }
    }
}
