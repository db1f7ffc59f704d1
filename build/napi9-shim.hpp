// Lets the SQLite driver run where only Node-API 9 exists (Node below 22.14, Electron below 35).
//
// The driver keeps persistent references to strings and other primitive values, which Node-API
// allows from version 10. Version 9 refers to objects only, so each value is held in an array of
// one element. The other way out, NAPI_EXPERIMENTAL, is a trap: it runs finalizers inside the
// garbage collector and the process aborts.
#pragma once
#include <napi.h>

namespace Napi {

template <typename T>
class ReferenceInArray {
 public:
  ReferenceInArray() {}
  ReferenceInArray(const ReferenceInArray&) = delete;
  ReferenceInArray& operator=(const ReferenceInArray&) = delete;
  ReferenceInArray(ReferenceInArray&& other) : array_(std::move(other.array_)) {}
  ReferenceInArray& operator=(ReferenceInArray&& other) {
    array_ = std::move(other.array_);
    return *this;
  }

  static ReferenceInArray New(const T& value, uint32_t = 0) {
    ReferenceInArray reference;
    reference.Reset(value);
    return reference;
  }

  Napi::Env Env() const { return array_.Env(); }
  bool IsEmpty() const { return array_.IsEmpty(); }

  T Value() const {
    if (array_.IsEmpty()) return T();
    napi_value value = nullptr;
    napi_get_element(array_.Env(), array_.Value(), 0, &value);
    return T(array_.Env(), value);
  }

  void Reset() { array_.Reset(); }
  void Reset(const T& value, uint32_t = 0) {
    HandleScope scope(value.Env());
    Array holder = Array::New(value.Env(), 1);
    napi_set_element(value.Env(), holder, 0, value);
    array_ = Reference<Object>::New(holder.template As<Object>(), 1);
  }

 private:
  ObjectReference array_;
};

template <>
class Reference<String> : public ReferenceInArray<::Napi::String> {
 public:
  Reference() {}
  Reference(ReferenceInArray<::Napi::String>&& other)
      : ReferenceInArray<::Napi::String>(std::move(other)) {}
};

template <>
class Reference<Value> : public ReferenceInArray<::Napi::Value> {
 public:
  Reference() {}
  Reference(ReferenceInArray<::Napi::Value>&& other)
      : ReferenceInArray<::Napi::Value>(std::move(other)) {}
};

}  // namespace Napi
