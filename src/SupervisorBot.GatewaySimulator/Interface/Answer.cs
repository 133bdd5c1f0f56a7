using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>An answer in the gateway's envelope: operations carry <c>result</c>, a poll carries <c>event</c> or neither.</summary>
internal sealed record Answer(string RetCode, string Message)
{
    /// <summary>How text is written: names with accents stay as they are.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; init; } = 200;

    public bool HasResult { get; init; }

    public JsonNode? Result { get; init; }

    public EventRecord? Event { get; init; }

    /// <summary>The Guid to deliver with Set-GUID.</summary>
    public string? NewGuid { get; init; }

    /// <summary>The load balancer's cookie to set.</summary>
    public string? Cookie { get; init; }

    /// <summary>Success with an empty object, the operations' usual answer.</summary>
    public static Answer Done() => Ok(new JsonObject());

    public static Answer Ok(JsonNode? result) => new(GatewaySimulator.RetCode.Success, "") { HasResult = true, Result = result };

    /// <summary>A poll's answer: exactly <c>{"message":"","retcode":"0"}</c> when there is no event.</summary>
    public static Answer Polled(EventRecord? taken) => new(GatewaySimulator.RetCode.Success, "") { Event = taken };

    public static Answer Refused(string code) => new(code, GatewaySimulator.RetCode.Message(code)) { HasResult = true, Result = "" };

    public byte[] ToJson(bool trailingNuls = false)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("message", Message);
            json.WriteString("retcode", RetCode);
            if (HasResult)
            {
                json.WritePropertyName("result");
                WriteResult(json);
            }

            if (Event is { } taken)
            {
                json.WriteStartObject("event");
                json.WriteString("eventType", taken.EventType);
                json.WriteNumber("eventGenTime", taken.At.ToUnixTimeMilliseconds());
                json.WriteString("workNo", taken.WorkNo.ToString(System.Globalization.CultureInfo.InvariantCulture));
                json.WritePropertyName("content");
                json.WriteRawValue(trailingNuls ? TrailingNuls.Append(taken.Content) : taken.Content);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteResult(Utf8JsonWriter json)
    {
        if (Result is null)
        {
            json.WriteNullValue();
        }
        else
        {
            Result.WriteTo(json);
        }
    }
}
