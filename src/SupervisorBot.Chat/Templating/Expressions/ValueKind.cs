namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>What a <see cref="Value"/> holds. The language knows both "not there" and "there, and null".</summary>
internal enum ValueKind : byte
{
    Undefined,
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}
