using System.Globalization;

namespace Xinzhou.Dashboard.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    /// <summary>Which workloads: w1, w2, …</summary>
    public required IReadOnlyList<string> Workloads { get; init; }

    /// <summary>The published application.</summary>
    public required string Application { get; init; }

    /// <summary>The program of the browser's measurements; null without one.</summary>
    public string? Browser { get; init; }

    /// <summary>Where results are written as JSON.</summary>
    public required string Results { get; init; }

    /// <summary>How many figures are generated beside those of a first start; 0 for none.</summary>
    public int Figures { get; init; }

    /// <summary>A data folder that is kept and used again; null for one that is removed.</summary>
    public string? Data { get; init; }

    /// <summary>How often each contender has its turn.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How long a turn lasts.</summary>
    public int Seconds { get; init; } = 3;

    /// <summary>How many viewers look at a page.</summary>
    public IReadOnlyList<int> Viewers { get; init; } = [200, 1000];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public static Arguments Read(IReadOnlyList<string> given)
    {
        var read = new Arguments { Workloads = [.. given.TakeWhile(a => !a.StartsWith('-'))], Application = "", Results = "" };
        for (var i = read.Workloads.Count; i < given.Count; i += 2)
        {
            if (i + 1 == given.Count) throw new ArgumentException($"{given[i]} needs a value.");
            var value = given[i + 1];
            read = given[i] switch
            {
                "--app" => read with { Application = value },
                "--browser" => read with { Browser = value },
                "--results" => read with { Results = value },
                "--data" => read with { Data = Path.GetFullPath(value) },
                "--figures" => read with { Figures = Number(value) },
                "--rounds" => read with { Rounds = Number(value) },
                "--seconds" => read with { Seconds = Number(value) },
                "--viewers" => read with { Viewers = [.. value.Split(',').Select(Number)] },
                _ => throw new ArgumentException($"“{given[i]}” is not known."),
            };
        }

        return read;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"“{text}” is no number above 0.");
}
