using System.Text;
using FsCheck.Fluent;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Gateway.Tests;

public sealed class EnvelopeProperties
{
    private static readonly FsCheck.Gen<string?> s_contentTypes = Gen.OneOf(
        Gen.Elements<string?>(
            null, "application/json", "application/json; charset=UTF-8", "application/json;charset=\"gb2312\"", "text/html; charset=GBK", "text/plain; charset=utf-16",
            "text/plain; charset=utf-32", "text/plain; charset=utf-7", "text/plain; charset=iso-2022-jp", "text/plain; charset=''", "text/plain; charset=no-such"),
        Any.WholeText.Select(text => (string?)$"text/plain; charset={text.Replace('\r', ' ').Replace('\n', ' ')}"));

    [Fact]
    public void Any_bytes_of_any_type_are_an_envelope_or_none() => Property.Holds(
        Document.Anything.Generator.Zip(s_contentTypes), 1500, example => ReadAll(example.Item1.Bytes, example.Item2));

    [Fact]
    public void A_damaged_answer_is_an_envelope_or_none() =>
        Property.Holds(Document.Damaged(Samples.Answers), 2500, document => ReadAll(document.Bytes, null));

    [Fact]
    public void Any_text_is_an_envelope_or_none() => Property.Holds(Gen.OneOf(Any.Text, Any.Json), 1000, text =>
    {
        try
        {
            Assert.NotEmpty(EnvelopeReader.Parse(text).RetCode);
        }
        catch (FormatException)
        {
            // It is none.
        }
    });

    [Fact]
    public void Members_that_nobody_knows_change_nothing() => Property.Holds(Document.WithUnknownMembers(Samples.Answers), 500, example =>
    {
        var (good, more) = (EnvelopeReader.Parse(example.Good), EnvelopeReader.Parse(example.WithMore));

        Assert.Equal(good.RetCode, more.RetCode);
        Assert.Equal(EventProperties.Told(EventReader.Read(good.Event)), EventProperties.Told(EventReader.Read(more.Event)));
        if (good.Result is { ValueKind: System.Text.Json.JsonValueKind.Object } result && LenientJson.Text(result, "callid") is not null)
        {
            Assert.Equal(CallReader.ReadInfo(result, "?"), CallReader.ReadInfo(more.Result, "?"));
        }
    });

    [Fact]
    public void An_answer_says_the_same_in_GBK_and_in_UTF8_and_padded_with_NULs() => Property.Holds(
        Gen.Choose(0x4e00, 0x9fa5).Select(code => (char)code).ListOf().Select(string.Concat).Zip(Gen.Choose(0, 5)), 500, example =>
        {
            var (name, nuls) = example;
            var text = $$"""{"message":"{{name}}","retcode":"0","result":[{"workno":"301","name":"{{name}}"}]}""" + new string('\0', nuls);
            var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

            Assert.Equal(text, EnvelopeReader.Decode(gbk.GetBytes(text), "GBK"));
            Assert.Equal(text, EnvelopeReader.Decode(Encoding.UTF8.GetBytes(text), null));
            Assert.Equal(name.Length > 0 ? name : "301", AgentReader.ReadAgent(EnvelopeReader.Parse(text).Result[0])!.Name);
        });

    /// <summary>Everything that is read of an answer, whichever answer it was meant to be.</summary>
    private static void ReadAll(byte[] body, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        try
        {
            var envelope = EnvelopeReader.ReadAsync(content, CancellationToken.None).GetAwaiter().GetResult();
            Assert.NotEmpty(envelope.RetCode);
            EventProperties.ReadAll(envelope.Event);
            AllowFormat(() => AgentReader.ReadStatus(envelope.Result));
            AllowFormat(() => AgentReader.ReadAgent(envelope.Result));
            AllowFormat(() => CallReader.ReadIds(envelope.Result));
            AllowFormat(() => CallReader.ReadInfo(envelope.Result, "1-1"));
            AllowFormat(() => SignInReader.Read(envelope.Result));
            AllowFormat(() => LenientJson.ToBoolean(envelope.Result));
        }
        catch (FormatException)
        {
            // It is no envelope.
        }
    }

    private static void AllowFormat(Func<object?> read)
    {
        try
        {
            _ = read()?.ToString();
        }
        catch (FormatException)
        {
            // It is another answer.
        }
    }
}
