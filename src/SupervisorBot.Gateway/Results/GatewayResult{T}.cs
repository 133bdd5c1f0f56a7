using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Results;

/// <summary>
/// The outcome of an operation at the gateway: a value, or a <see cref="GatewayFailure"/>. Expected failures are never exceptions:
/// <code>
/// switch (result.Failure)
/// {
///     case null: Use(result.Value); break;
///     case Refused(var code): Say(code.Meaning); break;
///     case Unreachable: TryLater(); break;
///     case Unknown: ReadBackTheState(); break;
/// }
/// </code>
/// </summary>
/// <typeparam name="T">The value's type; <see cref="GatewayVoid"/> where there is none.</typeparam>
/// <param name="ValueOrDefault">The value, or the type's default when the operation failed.</param>
/// <param name="Failure">The failure, or null when the operation succeeded.</param>
public sealed record GatewayResult<T>(T? ValueOrDefault, GatewayFailure? Failure)
{
    /// <summary>True when the gateway did what was asked (retcode "0").</summary>
    [JsonIgnore]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">The operation failed.</exception>
    [JsonIgnore]
    public T Value => Failure is null ? ValueOrDefault! : throw new InvalidOperationException($"The operation failed: {Failure}.");

    /// <summary>What the result says about the session; a success says that it is alive.</summary>
    [JsonIgnore]
    public SessionVerdict Session => Failure?.Session ?? SessionVerdict.Alive;

    /// <summary>Takes the result apart.</summary>
    /// <param name="value">The value, when the answer is true.</param>
    /// <param name="failure">The failure, when the answer is false.</param>
    /// <returns>True for a success.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out GatewayFailure? failure)
    {
        value = ValueOrDefault;
        failure = Failure;
        return failure is null;
    }

    /// <summary>Makes a result of another type: the value converted, a failure as it is.</summary>
    /// <typeparam name="TOther">The other type.</typeparam>
    /// <param name="convert">Converts the value of a success.</param>
    /// <returns>The converted result.</returns>
    public GatewayResult<TOther> Map<TOther>(Func<T, TOther> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return new GatewayResult<TOther>(Failure is null ? convert(ValueOrDefault!) : default, Failure);
    }

    /// <summary>Names the outcome without showing the value, which may hold a customer's number.</summary>
    /// <returns>"Success" or the failure.</returns>
    public override string ToString() => Failure?.ToString() ?? "Success";
}
