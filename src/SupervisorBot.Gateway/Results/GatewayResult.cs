namespace SupervisorBot.Gateway.Results;

/// <summary>Makes <see cref="GatewayResult{T}"/> values.</summary>
public static class GatewayResult
{
    /// <summary>A success without a value.</summary>
    public static GatewayResult<GatewayVoid> Done { get; } = new(default, null);

    /// <summary>A success.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The result.</returns>
    public static GatewayResult<T> Success<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    /// <typeparam name="T">The type the value would have had.</typeparam>
    /// <param name="failure">What went wrong.</param>
    /// <returns>The result.</returns>
    public static GatewayResult<T> Failed<T>(GatewayFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new GatewayResult<T>(default, failure);
    }
}
