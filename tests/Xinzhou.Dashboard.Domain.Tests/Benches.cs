using System.Globalization;
using Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;
using Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Tests;

/// <summary>The program of eng/bench forecast and eng/bench lights.</summary>
internal static class Benches
{
    public static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Action? bench = arguments switch
        {
            ["forecast"] => ForecastBench.Run,
            ["lights"] => LightBench.Run,
            _ => null,
        };
        bench?.Invoke();
        return bench is null ? 2 : 0;
    }
}
