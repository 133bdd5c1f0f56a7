using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Calls;

/// <summary>The body of a transfer (CEC API reference cec_07_1242).</summary>
internal sealed class TransferBody
{
    private const int LongestAddress = 24;
    private const int LongestCallData = 16 * 1024;

    [JsonPropertyName("devicetype")]
    public required int Destination { get; init; }

    [JsonPropertyName("address")]
    public required string Address { get; init; }

    [JsonPropertyName("mode")]
    public required int Mode { get; init; }

    [JsonPropertyName("callappdata")]
    public string? CallData { get; init; }

    [JsonPropertyName("caller")]
    public string? Caller { get; init; }

    [JsonPropertyName("mediaability")]
    public int MediaAbility { get; init; }

    [JsonPropertyName("holdflag")]
    public required bool Hold { get; init; }

    public static TransferBody From(TransferRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        return new TransferBody
        {
            Destination = (int)request.Destination,
            Address = request.Address,
            Mode = ModeNumber(request),
            CallData = request.CallData,
            Caller = request.Caller,
            Hold = request.Hold,
        };
    }

    public OnceContent ToContent(GatewayCall call) => new(call, JsonSerializer.SerializeToUtf8Bytes(this, GatewayJson.Default.TransferBody));

    /// <summary>The same mode has different numbers by destination.</summary>
    private static int ModeNumber(TransferRequest request) => (request.Destination, request.Mode) switch
    {
        (TransferDestination.SkillQueue or TransferDestination.Agent or TransferDestination.AccessCode, TransferMode.Blind) => 0,
        (TransferDestination.SkillQueue or TransferDestination.Agent or TransferDestination.AccessCode, TransferMode.Successful) => 2,
        (TransferDestination.Ivr, TransferMode.Blind) => 0,
        (TransferDestination.Ivr, TransferMode.Suspended) => 1,
        (TransferDestination.OutsideNumber, TransferMode.Blind) => 1,
        (TransferDestination.OutsideNumber, TransferMode.Successful) => 2,
        (TransferDestination.OutsideNumber, TransferMode.Talking) => 3,
        (TransferDestination.OutsideNumber, TransferMode.ThreeParty) => 4,
        _ => throw new ArgumentException($"{request.Destination} does not allow the mode {request.Mode}.", nameof(request)),
    };

    private static bool IsOutsideLetter(char letter) => letter is (>= 'A' and <= 'E') or (>= 'a' and <= 'e') or '*' or '#';

    private static void Check(TransferRequest request)
    {
        var outside = request.Destination == TransferDestination.OutsideNumber;
        if (string.IsNullOrEmpty(request.Address) || request.Address.Length > LongestAddress
            || !request.Address.All(letter => char.IsAsciiDigit(letter) || (outside && IsOutsideLetter(letter))))
        {
            throw new ArgumentException($"An address has 1 to {LongestAddress} digits; an outside number may also have A to E, * and #.", nameof(request));
        }

        if (request.Caller is { } caller
            && (caller.Length > LongestAddress || !caller.All(char.IsAsciiDigit) || request.Mode == TransferMode.Blind || !outside))
        {
            throw new ArgumentException($"A caller has up to {LongestAddress} digits, for an outside number and not with a blind transfer.", nameof(request));
        }

        if (request.CallData is { Length: > LongestCallData })
        {
            throw new ArgumentException($"Call data have up to {LongestCallData} characters.", nameof(request));
        }
    }
}
