namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>
/// Minimises a function of several variables without derivatives. Source: J. A. Nelder and R. Mead, A simplex method for
/// function minimization, The Computer Journal 7 (1965), 308–313.
/// </summary>
internal static class NelderMead
{
    /// <summary>The best point found. A value that is not a number counts as infinitely bad; the same input gives the same answer.</summary>
    /// <param name="function">What is to be small.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="steps">The first step along each axis; not zero.</param>
    /// <param name="evaluations">How often the function is asked, at most (and a few more).</param>
    public static double[] Minimise(Func<double[], double> function, double[] start, double[] steps, int evaluations)
    {
        var n = start.Length;
        var points = new double[n + 1][];
        var values = new double[n + 1];
        for (var i = 0; i <= n; i++)
        {
            points[i] = (double[])start.Clone();
            if (i > 0)
                points[i][i - 1] += steps[i - 1];
            values[i] = Value(points[i]);
        }
        var centre = new double[n];
        var tried = new double[n];
        var further = new double[n];
        for (var asked = n + 1; asked < evaluations;)
        {
            Array.Sort(values, points);
            if (values[n] - values[0] <= 1e-9 * (Math.Abs(values[0]) + 1e-12))
                break;
            Array.Clear(centre);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    centre[j] += points[i][j] / n;
            }
            var reflected = Along(1, tried);
            asked++;
            if (reflected < values[0])
            {
                var expanded = Along(2, further);
                asked++;
                Replace(expanded < reflected ? further : tried, Math.Min(expanded, reflected));
            }
            else if (reflected < values[n - 1])
            {
                Replace(tried, reflected);
            }
            else
            {
                var outside = reflected < values[n];
                var contracted = Along(outside ? 0.5 : -0.5, further);
                asked++;
                if (contracted < (outside ? reflected : values[n]))
                {
                    Replace(further, contracted);
                    continue;
                }
                for (var i = 1; i <= n; i++)
                {
                    for (var j = 0; j < n; j++)
                        points[i][j] = points[0][j] + 0.5 * (points[i][j] - points[0][j]);
                    values[i] = Value(points[i]);
                }
                asked += n;
            }
        }
        Array.Sort(values, points);
        return points[0];

        double Value(double[] point) => function(point) is var value && double.IsNaN(value) ? double.PositiveInfinity : value;

        double Along(double factor, double[] into)
        {
            for (var j = 0; j < n; j++)
                into[j] = centre[j] + factor * (centre[j] - points[n][j]);
            return Value(into);
        }

        void Replace(double[] by, double value)
        {
            by.CopyTo(points[n], 0);
            values[n] = value;
        }
    }
}
