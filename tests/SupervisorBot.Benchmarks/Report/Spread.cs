using System.Globalization;

namespace SupervisorBot.Benchmarks.Report;

/// <summary>Figures in order.</summary>
internal sealed class Spread
{
    private readonly double[] _ordered;

    public Spread(IEnumerable<double> figures) => _ordered = [.. figures.Order()];

    public int Count => _ordered.Length;

    public double Median => Percentile(50);

    public double Max => _ordered[^1];

    /// <summary>The smallest figure that at least so many of a hundred do not exceed.</summary>
    public double Percentile(double percent) => _ordered[Math.Clamp((int)Math.Ceiling(percent / 100 * _ordered.Length) - 1, 0, _ordered.Length - 1)];

    /// <summary>The median, and the least and the greatest in brackets.</summary>
    public string Text(string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({_ordered[0].ToString(format, CultureInfo.InvariantCulture)}–{Max.ToString(format, CultureInfo.InvariantCulture)})");
}
